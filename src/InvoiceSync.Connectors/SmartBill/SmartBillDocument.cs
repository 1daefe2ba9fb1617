namespace InvoiceSync.Connectors.SmartBill;

/// <summary>The body of POST /invoice; of a draft no number is taken. Dates are yyyy-MM-dd; what is null is left to the account's own settings.</summary>
sealed record SmartBillDocument
{
    public required string CompanyVatCode { get; init; }

    public required string SeriesName { get; init; }

    public required SmartBillParty Client { get; init; }

    public required IReadOnlyList<SmartBillRow> Products { get; init; }

    public string? IssueDate { get; init; }

    public string? DueDate { get; init; }

    public string? DeliveryDate { get; init; }

    public bool IsDraft { get; init; }

    public string? Currency { get; init; }

    public decimal? ExchangeRate { get; init; }

    public int Precision { get; init; } = 2;

    public string? Language { get; init; }

    public string? Observations { get; init; }

    public string? Mentions { get; init; }

    public bool SendEmail { get; init; }

    public SmartBillAddress? Email { get; init; }
}

/// <summary>To whom the document goes by mail when it is made, in the words of the account's own template.</summary>
sealed record SmartBillAddress(string To);

sealed record SmartBillParty
{
    public required string Name { get; init; }

    public string? VatCode { get; init; }

    public bool IsTaxPayer { get; init; }

    public string? Address { get; init; }

    public string? City { get; init; }

    public string? County { get; init; }

    public string? Country { get; init; }

    public string? Email { get; init; }

    public bool SaveToDb { get; init; }
}

/// <summary>A product, or a discount on the NumberOfItems rows before it: DiscountType 1 takes DiscountValue, below zero, off.</summary>
sealed record SmartBillRow
{
    public required string Name { get; init; }

    public string? ProductDescription { get; init; }

    public string? MeasuringUnitName { get; init; }

    public string? Currency { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? Price { get; init; }

    public bool IsTaxIncluded { get; init; }

    public string? TaxName { get; init; }

    public decimal? TaxPercentage { get; init; }

    public bool IsService { get; init; }

    public bool SaveToDb { get; init; }

    public bool IsDiscount { get; init; }

    public int? NumberOfItems { get; init; }

    public int? DiscountType { get; init; }

    public decimal? DiscountValue { get; init; }
}

sealed record SmartBillNumber(string SeriesName, string Number);
