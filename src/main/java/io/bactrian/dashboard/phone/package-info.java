/** A phone on the page, for whoever tries the gateway. */
package io.bactrian.dashboard.phone;
