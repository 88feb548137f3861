/** What the HTTP API's routes call: requests become words of the domain, and what was done becomes an answer. */
package io.bactrian.api;
