using System.Globalization;
using System.Security.Claims;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Hosting;

/// <summary>What a principal carries, and the caller it stands for.</summary>
static class PortalClaims
{
    public const string Person = "person";
    public const string Session = "session";
    public const string Token = "token";
    public const string Tenant = "tenant";
    public const string Permission = "permission";
    public const string Stamp = "stamp";
    public const string Slug = "slug";
    public const string Address = "address";

    /// <summary>Marks a member whom the rules of the company in the address keep out.</summary>
    public const string Barred = "barred";
    const string ProvedAt = "proved_at";
    const string MaxAmount = "max_amount";
    const string ApprovalAbove = "approval_above";
    const string OwnApproval = "own_approval";
    const string Team = "team";
    const string Agent = "agent";
    const int LongestAgent = 255;

    static readonly HashSet<string> SignedIn = ["self"];

    /// <summary>A person's claims, and what they may in the company whose address this is.</summary>
    public static IEnumerable<Claim> Of(WhoIs.View who)
    {
        yield return new(Person, who.User.ToString());
        yield return new(Session, who.Session.ToString());
        yield return new(ProvedAt, who.ProvedAt.UtcTicks.ToString(CultureInfo.InvariantCulture));
        if (who.Grant is not { } grant) yield break;
        yield return new(Tenant, grant.Tenant.ToString());
        yield return new(Stamp, grant.Stamp);
        foreach (var colleague in grant.Team) yield return new(Team, colleague);
        foreach (var claim in Of(grant.Permissions, grant.Limits)) yield return claim;
    }

    /// <summary>What somebody may and how far, a person or a program.</summary>
    public static IEnumerable<Claim> Of(IReadOnlySet<string> permissions, Kernel.Limits limits)
    {
        foreach (var permission in permissions) yield return new(Permission, permission);
        if (limits.MaxInvoiceAmount is { } most) yield return new(MaxAmount, most.ToString(CultureInfo.InvariantCulture));
        if (limits.RequiresApprovalAbove is { } above) yield return new(ApprovalAbove, above.ToString(CultureInfo.InvariantCulture));
        if (limits.CanApproveOwn) yield return new(OwnApproval, "true");
    }

    /// <summary>Where a request comes from. A circuit keeps what its first request said.</summary>
    public static IEnumerable<Claim> Of(HttpContext http)
    {
        if (AddressOf(http) is { } address) yield return new(Address, address);
        if (http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent) yield return new(Agent, agent[..Math.Min(agent.Length, LongestAgent)]);
    }

    public static string? AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;

    /// <summary>The same person, having shown at a later time that it is they.</summary>
    public static ClaimsPrincipal Proved(ClaimsPrincipal person, DateTimeOffset at)
    {
        var known = (ClaimsIdentity)person.Identity!;
        Claim[] claims = [.. known.Claims.Where(c => c.Type != ProvedAt), new(ProvedAt, at.UtcTicks.ToString(CultureInfo.InvariantCulture))];
        return new(new ClaimsIdentity(claims, known.AuthenticationType, known.NameClaimType, known.RoleClaimType));
    }

    public static Caller CallerOf(HttpContext http)
    {
        if (http.User.HasClaim(c => c.Type == Person)) return CallerOf(http.User, http.TraceIdentifier) with { Call = RestRepeat.MarkOf(http) };
        return CallerOf(new(new ClaimsIdentity(Of(http))), http.TraceIdentifier);
    }

    public static Caller CallerOf(ClaimsPrincipal principal, string correlation)
    {
        var (address, agent) = (principal.FindFirstValue(Address), principal.FindFirstValue(Agent));
        if (principal.FindFirstValue(Person) is not { } person) return Caller.Nobody with { CorrelationId = correlation, Address = address, Agent = agent };
        TenantId? tenant = Ids.TryParse<TenantId>(principal.FindFirstValue(Tenant), out var id) ? id : null;
        var permissions = principal.FindAll(Permission).Select(c => c.Value).ToHashSet();
        return new(tenant, person, permissions.Count > 0 ? permissions : SignedIn)
        {
            CorrelationId = correlation,
            Address = address,
            Agent = agent,
            Name = principal.Identity?.Name ?? "",
            Session = principal.FindFirstValue(Session),
            ProvedAt = long.TryParse(principal.FindFirstValue(ProvedAt), CultureInfo.InvariantCulture, out var ticks) ? new(ticks, TimeSpan.Zero) : null,
            Limits = new(Amount(principal, MaxAmount), Amount(principal, ApprovalAbove), principal.HasClaim(OwnApproval, "true")),
            Team = [.. principal.FindAll(Team).Select(c => c.Value)],
        };
    }

    static decimal? Amount(ClaimsPrincipal principal, string claim) =>
        decimal.TryParse(principal.FindFirstValue(claim), CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
