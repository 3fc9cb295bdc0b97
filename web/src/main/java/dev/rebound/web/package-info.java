/**
 * The one origin in front of the services: pages, session, and the API under one address.
 *
 * <p>It knows who is signed in, which service owns which path, and how to show a handful of
 * figures. It promises that no token reaches the browser, that no cookie reaches a service, and
 * that a service which is down costs a calm note and never the page. It decides nothing about the
 * domain and keeps nothing: the session is an encrypted cookie, everything else is asked of the
 * services.
 */
@NullMarked
package dev.rebound.web;

import org.jspecify.annotations.NullMarked;
