/** Where webhooks come in: {@code platform-http:} as Camel has it, without what a webhook does not need. */
package io.bactrian.camel.edge;
