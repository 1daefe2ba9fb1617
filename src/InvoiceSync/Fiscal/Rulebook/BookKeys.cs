namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Names of what can be wrong with XML written by others, beside RuleKeys; public in answers and never renamed. Their words are in words.txt.</summary>
static class BookKeys
{
    /// <summary>The id of the finding that the official check ends without a verdict.</summary>
    public const string StoppedRule = "IS-100";

    public const string SchemaRule = "UBL-XSD";

    public const string Missing = "part.missing";
    public const string NotUsed = "part.not_used";
    public const string Repeated = "part.repeated";
    public const string Differing = "part.differing";
    public const string SchemeMissing = "scheme.missing";
    public const string TooComplex = "xml.too_complex";
    public const string NoXml = "xml.not_well_formed";
    public const string NoInvoice = "xml.not_invoice";
    public const string SchemaBroken = "xml.schema_broken";
    public const string Stopped = "rule.stopped";
    public const string DeliveryDateMissing = "delivery.date_missing";
    public const string DeliveryCountryMissing = "delivery.country_missing";
    public const string SplitPayment = "vat.split_payment";
    public const string RateForOutside = "vat.rate_for_outside";
    public const string PeriodEmpty = "period.empty";
    public const string TaxPointTwice = "tax_point.twice";
    public const string PayeeName = "payee.not_apart";
    public const string SellerUnidentified = "seller.unidentified";
    public const string AttributeIncomplete = "item.attribute_incomplete";
    public const string CardNumber = "card.number_too_long";
    public const string ReferenceType = "reference.type_wrong";
    public const string OneCategory = "line.category_count";
    public const string RonVatSign = "currency.ron_vat_sign";
    public const string SellerTaxIdMissing = "seller.tax_id_missing";
    public const string TooMany = "part.too_many";
}
