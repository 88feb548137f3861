/** What all that speaks HTTP shares: the contract, problems, and the limits of a request. */
package io.bactrian.web;
