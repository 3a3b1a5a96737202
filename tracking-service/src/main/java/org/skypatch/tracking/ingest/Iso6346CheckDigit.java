package org.skypatch.tracking.ingest;

import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.ModulusCheckDigit;

/**
 * The check digit of a freight container's number (ISO 6346:2022, Annex A): letters count from 10 without multiples of 11,
 * each place weighs twice the one before it, modulus 11, and remainder 10 is written 0. Owners are not looked up.
 */
final class Iso6346CheckDigit extends ModulusCheckDigit {

    static final Iso6346CheckDigit CHECK = new Iso6346CheckDigit();

    private static final long serialVersionUID = 1L;
    private static final String FORM = "[A-Z]{3}[UJZR][0-9]{7}";
    private static final String VALUES = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";

    private Iso6346CheckDigit() {
        super(11);
    }

    @Override
    public boolean isValid(String number) {
        try {
            return number.matches(FORM) && calculate(number.substring(0, 10)).equals(number.substring(10));
        } catch (CheckDigitException e) {
            return false;
        }
    }

    @Override
    public String calculate(String number) throws CheckDigitException {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            sum += weightedValue(toInt(number.charAt(place), place + 1, 0), place + 1, 0);
        }
        return toCheckDigit(sum % getModulus() % 10);
    }

    @Override
    protected int toInt(char character, int leftPos, int rightPos) throws CheckDigitException {
        int value = VALUES.indexOf(character);
        if (value < 0) {
            throw new CheckDigitException("Invalid character at " + leftPos);
        }
        return value;
    }

    @Override
    protected int weightedValue(int charValue, int leftPos, int rightPos) {
        return charValue << (leftPos - 1);
    }
}
