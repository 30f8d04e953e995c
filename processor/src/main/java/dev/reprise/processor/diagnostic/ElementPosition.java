package dev.reprise.processor.diagnostic;

import javax.lang.model.element.Element;

/**
 * A declaration that any compiler with annotation processing can point to.
 *
 * @param element in a source that is being compiled
 */
public record ElementPosition(Element element) implements Position {}
