namespace InvoiceSync.Kernel;

/// <summary>Who sends a message: the tenant whose fence applies, the person or program, and what it may do.</summary>
public sealed record Caller(TenantId? TenantOrNone, string Actor, IReadOnlySet<string> Permissions)
{
    const string All = "*";

    public static readonly Caller Nobody = new(null, "nobody", new HashSet<string>());

    public TenantId Tenant => TenantOrNone ?? throw new RuleBrokenException(CallerErrors.TenantMissing);

    public string CorrelationId { get; init; } = "";

    /// <summary>Our own background work for one tenant. It may do everything a person of the tenant may.</summary>
    public static Caller System(TenantId tenant, string actor) => new(tenant, actor, new HashSet<string> { All });

    public bool May(string permission) => Permissions.Contains(permission) || Permissions.Contains(All);
}
