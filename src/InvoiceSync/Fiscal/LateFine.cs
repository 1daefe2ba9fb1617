namespace InvoiceSync.Fiscal;

/// <summary>What filing an invoice late may cost, in lei (OUG 120/2021 as changed): from the least to the most fine, for each finding of it.</summary>
public readonly record struct LateFine(decimal Least, decimal Most)
{
    public static LateFine Of(CompanySize size) => size switch
    {
        CompanySize.Large => new(5_000, 10_000),
        CompanySize.Medium => new(2_500, 5_000),
        _ => new(1_000, 2_500),
    };
}
