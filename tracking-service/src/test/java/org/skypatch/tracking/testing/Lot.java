package org.skypatch.tracking.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.customs.MonetaryValue;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;

/** Builds one line of goods, in the words of the field. */
public final class Lot {

    private final String mass;
    private final CommodityId commodity;
    private HsCode hsCode;
    private CasNumber casNumber;
    private UnNumber unNumber;
    private String description;
    private String use;
    private String condition;
    private String form;
    private String hazardousBy;
    private String operation;
    private Packages packages;
    private MonetaryValue value;
    private final List<WasteCode> wasteCodes = new ArrayList<>();

    private Lot(String mass, CommodityId commodity) {
        this.mass = mass;
        this.commodity = commodity;
    }

    public static Lot of(String kg, String commodity) {
        return new Lot(kg, CommodityId.of(commodity));
    }

    /** Goods of which the reporter gives no catalogue id. */
    public static Lot unnamed(String kg) {
        return new Lot(kg, null);
    }

    public Lot hs(String code) {
        hsCode = HsCode.of(code);
        return this;
    }

    public Lot cas(String number) {
        casNumber = CasNumber.of(number);
        return this;
    }

    public Lot un(String number) {
        unNumber = UnNumber.of(number);
        return this;
    }

    public Lot described(String words) {
        description = words;
        return this;
    }

    public Lot use(String intended) {
        use = intended;
        return this;
    }

    public Lot condition(String declared) {
        condition = declared;
        return this;
    }

    public Lot form(String declared) {
        form = declared;
        return this;
    }

    public Lot waste(String... codes) {
        Stream.of(codes).map(WasteCode::of).forEach(wasteCodes::add);
        return this;
    }

    public Lot hazardousBy(String law) {
        hazardousBy = law;
        return this;
    }

    public Lot operation(String code) {
        operation = code;
        return this;
    }

    public Lot packed(int count, String kind, String eachKg) {
        packages = new Packages(count, kind, eachKg == null ? null : Mass.ofKilograms(eachKg), null);
        return this;
    }

    public Lot worth(String amount, String currency) {
        value = new MonetaryValue(new BigDecimal(amount), currency);
        return this;
    }

    public Goods goods() {
        return new Goods(
                commodity,
                hsCode,
                casNumber,
                unNumber,
                description,
                use,
                condition,
                form,
                wasteCodes,
                hazardousBy,
                operation,
                Mass.ofKilograms(mass),
                null,
                null,
                packages,
                value,
                null);
    }
}
