namespace InvoiceSync.Tenancy;

/// <summary>Where providers live: the real hosts for real tenants, the practice world for practice tenants. Only this differs between them.</summary>
public sealed record ProviderHosts
{
    /// <summary>The practice world's address; null when this installation runs without one.</summary>
    public Uri? Practice { get; set; }

    /// <summary>The practice world's mail server, like smtp://127.0.0.1:2525; null without one.</summary>
    public Uri? PracticeMail { get; set; }

    public IReadOnlyDictionary<string, Uri> Real { get; init; } = new Dictionary<string, Uri>
    {
        ["stripe"] = new("https://api.stripe.com"),
        ["anaf"] = new("https://api.anaf.ro"),
        ["anaf-public"] = new("https://webservicesp.anaf.ro"),
        ["anaf-login"] = new("https://logincert.anaf.ro"),
        ["anaf-registry"] = new("https://webservicesp.anaf.ro"),
        ["bnr"] = new("https://curs.bnr.ro"),
        ["smartbill"] = new("https://ws.smartbill.ro"),
    };

    public Uri Of(TenantMode mode, string provider) => mode switch
    {
        TenantMode.Real => Real[provider],
        _ when Practice is null => throw new Kernel.RuleBrokenException(TenancyErrors.PracticeMissing),
        _ => new($"{Practice.AbsoluteUri.TrimEnd('/')}/{provider.Split('-')[0]}"),
    };
}
