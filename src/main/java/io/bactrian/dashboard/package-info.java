/**
 * The operators' dashboard: login, layout, and what all pages stand on. A page is a controller with {@link
 * io.bactrian.dashboard.Page} in a package of its own below this one, a template in {@code templates/dashboard} and a
 * test. It asks and acts by the calls of the contract ({@link io.bactrian.dashboard.Calls}) and by nothing else.
 */
package io.bactrian.dashboard;
