/** Watches the routes decide. */
package io.bactrian.camel.trace;
