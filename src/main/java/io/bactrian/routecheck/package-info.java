/**
 * What a route file must keep to, and the map that is drawn from them all. It reads the files as text and knows nothing
 * of Camel, so that it can judge a file before Camel is given it.
 */
package io.bactrian.routecheck;
