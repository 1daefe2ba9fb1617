namespace InvoiceSync.Kernel;

/// <summary>Who sends a message: the tenant whose fence applies, the person or program, and what it may do.</summary>
public sealed record Caller(TenantId? TenantOrNone, string Actor, IReadOnlySet<string> Permissions)
{
    const string All = "*";

    public static readonly Caller Nobody = new(null, "nobody", new HashSet<string>());

    public TenantId Tenant => TenantOrNone ?? throw new RuleBrokenException(CallerErrors.TenantMissing);

    public string CorrelationId { get; init; } = "";

    /// <summary>The person's or program's name, for the log; empty for nobody.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address the request came from and the browser or program it named; null for our own work.</summary>
    public string? Address { get; init; }

    public string? Agent { get; init; }

    /// <summary>The session (ses_…) of a person; null for programs.</summary>
    public string? Session { get; init; }

    /// <summary>When the person last proved to be there: at sign-in or by a step-up since.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    /// <summary>The repeatable call this is done for; every commit notes it.</summary>
    public CallMark? Call { get; init; }

    public Limits Limits { get; init; } = Limits.None;

    /// <summary>The actors of the person's team, for permissions that reach as far as the team.</summary>
    public IReadOnlyList<string> Team { get; init; } = [];

    /// <summary>Our own background work for one tenant. It may do everything a person of the tenant may.</summary>
    public static Caller System(TenantId tenant, string actor) => new(tenant, actor, new HashSet<string> { All });

    public bool IsSystem => Permissions.Contains(All);

    public bool May(string permission) => Permissions.Contains(permission) || Permissions.Contains(All);

    /// <summary>Whether a permission reaches the row of this owner; null is nobody's, which only permissions on everything reach.</summary>
    public bool Reaches(string permission, string? owner) => Reach(permission) is not { } actors || owner is not null && actors.Contains(owner);

    /// <summary>Whose rows a permission with a scope reaches: null is everybody's, otherwise those of the actors named.</summary>
    public IReadOnlyList<string>? Reach(string permission)
    {
        if (Permissions.Contains(All) || Permissions.Contains($"{permission}.all")) return null;
        if (Permissions.Contains($"{permission}.team")) return [.. Team.Append(Actor).Distinct()];
        return Permissions.Contains($"{permission}.own") ? [Actor] : [];
    }
}
