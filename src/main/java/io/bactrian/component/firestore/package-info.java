/**
 * The {@code google-firestore} component, by the public contract of Camel's own (from Camel 4.19 on), for a Camel that
 * does not have it yet. See {@code docs/google-firestore.md}.
 */
package io.bactrian.component.firestore;
