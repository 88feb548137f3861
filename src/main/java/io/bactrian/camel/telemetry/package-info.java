/** Spans of routes and of their steps, where they are wanted. */
package io.bactrian.camel.telemetry;
