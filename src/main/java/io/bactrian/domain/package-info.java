/** The words of the gateway: what a message, a report, an attempt and a user are. Nothing here knows how it is done. */
package io.bactrian.domain;
