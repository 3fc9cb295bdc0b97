/** What was praised, by whom and on what evidence, where praise outweighs critique. */
@NullMarked
package dev.rebound.insights.strengths;

import org.jspecify.annotations.NullMarked;
