package org.skypatch.contracts.customs;

/**
 * Something that looked odd in a report and was recorded all the same.
 *
 * @param pointer JSON pointer of the field
 * @param code stable code such as {@code check-digit}
 * @param detail one sentence for a person
 */
public record EventWarning(String pointer, String code, String detail) {}
