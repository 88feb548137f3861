/** Why a message went where it went: the decisions of the routes, kept for a time. */
package io.bactrian.trace;
