/** Trying a flow before it is trusted: where a text would go, with nothing done. */
package io.bactrian.trial;
