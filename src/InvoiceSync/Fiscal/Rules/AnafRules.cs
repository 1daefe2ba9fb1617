namespace InvoiceSync.Fiscal.Rules;

/// <summary>From the rule ANAF names to our words for it. ANAF prints the official id ([BR-RO-110]); the schematron's own differ for buyers (BR-RO-111).</summary>
static class AnafRules
{
    static readonly Dictionary<string, string> Exact = new()
    {
        ["BR-RO-001"] = RuleKeys.SpecOutdated,
        ["BR-RO-010"] = RuleKeys.NumberWithoutDigit,
        ["BR-02"] = RuleKeys.NumberWithoutDigit,
        ["BR-RO-030"] = RuleKeys.RonVatMissing,
        ["BR-53"] = RuleKeys.RonVatMissing,
        ["BR-RO-120"] = RuleKeys.BuyerIdMissing,
        ["BR-RO-A020"] = RuleKeys.NotesTooMany,
        ["BR-06"] = RuleKeys.TextMissing,
        ["BR-07"] = RuleKeys.TextMissing,
        ["BR-09"] = RuleKeys.CountryUnknown,
        ["BR-11"] = RuleKeys.CountryUnknown,
        ["BR-CL-14"] = RuleKeys.CountryUnknown,
        ["BR-16"] = RuleKeys.LinesMissing,
        ["BR-21"] = RuleKeys.TextMissing,
        ["BR-25"] = RuleKeys.TextMissing,
        ["BR-33"] = RuleKeys.TextMissing,
        ["BR-38"] = RuleKeys.TextMissing,
        ["BR-27"] = RuleKeys.PriceNegative,
        ["BR-29"] = RuleKeys.PeriodReversed,
        ["BR-30"] = RuleKeys.PeriodReversed,
        ["BR-61"] = RuleKeys.IbanMissing,
        ["BR-50"] = RuleKeys.IbanMissing,
        ["BR-CL-03"] = RuleKeys.CurrencyUnknown,
        ["BR-CL-04"] = RuleKeys.CurrencyUnknown,
        ["BR-CL-05"] = RuleKeys.CurrencyUnknown,
        ["BR-CL-16"] = RuleKeys.MeansUnknown,
        ["BR-CL-22"] = RuleKeys.ExemptionUnknown,
        ["BR-CL-23"] = RuleKeys.UnitUnknown,
        ["BR-CO-09"] = RuleKeys.VatPrefixMissing,
        ["BR-CO-10"] = RuleKeys.TotalOfLinesWrong,
        ["BR-CO-11"] = RuleKeys.TotalOfAllowancesWrong,
        ["BR-CO-12"] = RuleKeys.TotalOfChargesWrong,
        ["BR-CO-13"] = RuleKeys.TotalWithoutVatWrong,
        ["BR-CO-14"] = RuleKeys.TotalOfVatWrong,
        ["BR-CO-15"] = RuleKeys.TotalWithVatWrong,
        ["BR-CO-16"] = RuleKeys.PayableWrong,
        ["BR-CO-17"] = RuleKeys.VatAmountWrong,
        ["BR-CO-18"] = RuleKeys.BreakdownMissing,
        ["BR-CO-25"] = RuleKeys.DueMissing,
        ["BR-S-05"] = RuleKeys.RateMissing,
        ["BR-S-10"] = RuleKeys.ReasonNotAllowed,
        ["BR-Z-10"] = RuleKeys.ReasonNotAllowed,
        ["BR-O-02"] = RuleKeys.VatIdsNotAllowed,
        ["BR-IC-11"] = RuleKeys.DeliveryMissing,
        ["BR-IC-12"] = RuleKeys.DeliveryMissing,
    };

    static readonly (string Prefix, string Key)[] Families =
    [
        ("BR-RO-08", RuleKeys.StreetMissing),
        ("BR-RO-09", RuleKeys.CityMissing),
        ("BR-RO-10", RuleKeys.SectorUnknown),
        ("BR-RO-11", RuleKeys.CountyUnknown),
        ("BR-RO-02", RuleKeys.TypeNotAllowed),
        ("BR-RO-L", RuleKeys.TextTooLong),
        ("BR-RO-DT", RuleKeys.DateMalformed),
        ("BR-RO-Z", RuleKeys.AmountTooFine),
        ("BR-DEC", RuleKeys.AmountTooFine),
        ("UBL-DT", RuleKeys.AmountTooFine),
        ("BR-CL", RuleKeys.CodeUnknown),
        ("BR-O-1", RuleKeys.OutsideMixed),
    ];

    // The rules each VAT category repeats: BR-S-08, BR-AE-08, BR-IC-08 …
    static readonly (string Suffix, string Key)[] PerCategory =
    [
        ("-01", RuleKeys.BreakdownMissing),
        ("-02", RuleKeys.VatIdsMissing),
        ("-05", RuleKeys.RateForExempt),
        ("-08", RuleKeys.VatBaseWrong),
        ("-09", RuleKeys.VatAmountWrong),
        ("-10", RuleKeys.ReasonMissing),
    ];

    static readonly string[] Categories = ["BR-S-", "BR-Z-", "BR-E-", "BR-AE-", "BR-IC-", "BR-G-", "BR-O-"];

    public static string KeyOf(string rule, string text)
    {
        if (Exact.TryGetValue(rule, out var exact)) return exact;
        if (rule.EndsWith("_cui", StringComparison.OrdinalIgnoreCase))
            return text.Contains("cumparator", StringComparison.OrdinalIgnoreCase) ? RuleKeys.BuyerCuiWrong : RuleKeys.SellerCuiWrong;
        if (Categories.Any(category => rule.StartsWith(category, StringComparison.Ordinal)))
            foreach (var (suffix, key) in PerCategory)
                if (rule.EndsWith(suffix, StringComparison.Ordinal)) return key;
        foreach (var (prefix, key) in Families)
            if (rule.StartsWith(prefix, StringComparison.Ordinal)) return key;
        return RuleKeys.Unknown;
    }
}
