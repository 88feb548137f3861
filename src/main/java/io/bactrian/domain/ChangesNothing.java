package io.bactrian.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asking it changes nothing, here or anywhere else, so that it may be asked in a trial of a route too. Whatever does not
 * say so is left out there, and told as a thing that would have been done.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ChangesNothing {}
