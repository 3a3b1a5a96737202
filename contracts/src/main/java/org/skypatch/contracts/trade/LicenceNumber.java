package org.skypatch.contracts.trade;

/**
 * A licence as papers cite it: its number, kept as typed (it may hold slashes, blanks and any script), and the country,
 * or {@code EU}, whose administration issued it. Written {@code <issuer>/<number>} in queries.
 *
 * @throws IllegalArgumentException if the number is blank or longer than 200 characters
 */
public record LicenceNumber(CountryCode issuedBy, String number) implements Comparable<LicenceNumber> {

    public LicenceNumber {
        number = number.strip();
        if (number.isEmpty() || number.length() > 200) {
            throw new IllegalArgumentException("must be a licence number of 1 to 200 characters");
        }
    }

    /**
     * A licence from the writing {@code <issuer>/<number>}.
     *
     * @throws IllegalArgumentException if there is no slash, or no such country before it
     */
    public static LicenceNumber parse(String issuerAndNumber) {
        int slash = issuerAndNumber.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("must be written <issuer>/<number>");
        }
        return new LicenceNumber(
                CountryCode.of(issuerAndNumber.substring(0, slash)), issuerAndNumber.substring(slash + 1));
    }

    @Override
    public int compareTo(LicenceNumber other) {
        int byIssuer = issuedBy.compareTo(other.issuedBy);
        return byIssuer != 0 ? byIssuer : number.compareTo(other.number);
    }

    @Override
    public String toString() {
        return issuedBy + "/" + number;
    }
}
