/** The page to read the contract of the HTTP API, made of the contract itself. */
package io.bactrian.reference;
