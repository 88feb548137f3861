/** API keys: what a program that has no token calls with. */
package io.bactrian.keys;
