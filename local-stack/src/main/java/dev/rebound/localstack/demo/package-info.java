/**
 * A season of one candidate's search, played through the API as a user would: applications,
 * rejections, recruiters' answers, reflections, and then what they add up to.
 *
 * <p>The texts are in {@code demo/season.json}. Every creating request carries a key and is sent
 * again while a service is away, so that the season ends the same whatever is stopped meanwhile.
 */
@NullMarked
package dev.rebound.localstack.demo;

import org.jspecify.annotations.NullMarked;
