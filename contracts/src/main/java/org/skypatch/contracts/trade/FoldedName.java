package org.skypatch.contracts.trade;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A trader's name as names are compared: in Latin letters without accents, without its legal form ({@code Co., Ltd.},
 * {@code B.V.}, {@code ООО}, {@code 有限公司}), in words. How other scripts are written in Latin is the caller's to say.
 *
 * @param words in their order; never empty unless the name has neither letters nor digits
 */
public record FoldedName(List<String> words) {

    /** Legal forms of scripts that are written without blanks or that Latin letters would hide, taken out first. */
    private static final Pattern NATIVE_FORMS = Pattern.compile("(股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|株式會社"
            + "|有限会社|合同会社|주식회사|유한회사|\\(株\\)|\\(有\\)|\\(주\\)|บริษัท|จำกัด|\\(มหาชน\\))"
            + "|(?<![\\p{L}\\p{M}])(الشركة|شركة|المحدودة|محدودة|ش ?\\. ?ذ ?\\. ?م ?\\. ?م|ذ ?\\. ?م ?\\. ?م|ش ?\\. ?م ?\\. ?م|ش ?\\. ?م ?\\. ?ع"
            + "|ذمم|شمم|ооо|оао|зао|пао|тов|тоо|чп|ип)(?![\\p{L}\\p{M}])\\.?");

    /** Legal forms that end a name, as words; longer ones first. */
    private static final List<List<String>> ENDINGS =
            forms("s de rl de cv|sa de cv|public limited company|private limited company|limited liability company"
                    + "|joint stock company|private limited|societe anonyme|sociedad anonima|sociedad limitada|aktiengesellschaft"
                    + "|sp z o o|sp z oo|spolka akcyjna|s r l|s p a|g m b h|s a|b v|n v|a s|a g|l l c|sdn bhd|pvt ltd|pte ltd"
                    + "|pty ltd|co ltd|ltd sti|gmbh co kg|company|co|corp|corporation|inc|incorporated|ltd|limited|llc|llp"
                    + "|lp|plc|pvt|pte|pty|bv|nv|gmbh|ag|kg|ohg|sa|sas|sarl|sasu|srl|spa|sl|slu|sau|lda|ltda|eirl|oy|oyj"
                    + "|ab|as|asa|aps|kft|zrt|doo|dd|ad|ead|eood|ood|sro|spzoo|sdn|bhd|tbk|jsc|ojsc|cjsc|pjsc|fze|fzco|fzc|fzllc|wll"
                    + "|kk|gk|ltee|sti|psc|saog|saoc|youxiangongsi|gongsi");

    /** Legal forms that begin a name, as words. */
    private static final List<List<String>> BEGINNINGS =
            forms("o o o|ooo|oao|zao|pao|ao|tov|too|pt|cv|ud|jsc|firma|sc|sharikat|sharika");

    public FoldedName {
        words = List.copyOf(words);
    }

    /**
     * Folds a name.
     *
     * @param toLatin writes letters of other scripts in Latin ones, such as ICU's transliteration
     */
    public static FoldedName of(String name, UnaryOperator<String> toLatin) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String withoutForms = NATIVE_FORMS.matcher(plain).replaceAll(" ");
        List<String> words = words(toLatin.apply(withoutForms.isBlank() ? plain : withoutForms));
        List<String> bare = withoutEndings(withoutBeginnings(words));
        return new FoldedName(bare.isEmpty() ? words : bare);
    }

    /** The words written as one: {@code Hai Er} and {@code Haier} are alike. */
    public String squeezed() {
        return String.join("", words);
    }

    /** Each word without what scripts without vowels leave out; see {@link #skeleton}. */
    public Set<String> skeletons() {
        Set<String> skeletons = new LinkedHashSet<>();
        words.forEach(word -> skeletons.add(skeleton(word)));
        return skeletons;
    }

    /**
     * The consonants of a word as Arabic and Hebrew write them: no vowels or half vowels, no article, no doubled letters,
     * letters that these scripts do not tell apart made one.
     */
    public static String skeleton(String word) {
        String bare = word.length() > 4 && (word.startsWith("al") || word.startsWith("el")) ? word.substring(2) : word;
        String consonants = bare.replaceAll("[aeiouyw]", "")
                .replace("kh", "h")
                .replace('c', 'k')
                .replace('q', 'k')
                .replace('g', 'j')
                .replace('p', 'b')
                .replace('v', 'f')
                .replaceAll("(.)\\1+", "$1");
        return consonants.length() > 2 && (consonants.endsWith("t") || consonants.endsWith("h"))
                ? consonants.substring(0, consonants.length() - 1)
                : consonants;
    }

    private static List<String> words(String latin) {
        String bare = Normalizer.normalize(latin, Normalizer.Form.NFKD).replaceAll("[\\u0300-\\u036f]+", "");
        String letters = Normalizer.normalize(bare, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replaceAll("['’‘ʻʼʾʿ`´.]+", "");
        return Arrays.stream(letters.split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> withoutEndings(List<String> words) {
        List<String> left = words;
        boolean shorter;
        do {
            shorter = false;
            for (List<String> form : ENDINGS) {
                int keep = left.size() - form.size();
                if (keep > 0 && left.subList(keep, left.size()).equals(form)) {
                    left = left.subList(0, keep);
                    shorter = true;
                    break;
                }
            }
        } while (shorter);
        return left;
    }

    private static List<String> withoutBeginnings(List<String> words) {
        for (List<String> form : BEGINNINGS) {
            if (words.size() > form.size() && words.subList(0, form.size()).equals(form)) {
                return words.subList(form.size(), words.size());
            }
        }
        return words;
    }

    private static List<List<String>> forms(String all) {
        List<List<String>> forms = new ArrayList<>();
        for (String form : all.split("\\|")) {
            forms.add(List.of(form.split(" ")));
        }
        forms.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return List.copyOf(forms);
    }
}
