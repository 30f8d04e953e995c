package org.eclipse.jdt.internal.compiler.apt;

import dev.reprise.processor.BareEnvironment;

/** As of a version of ecj whose environment does not give out the compiler. */
public final class StrangeEnvironment extends BareEnvironment {}
