using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Access;

/// <summary>Whose session a token is and, when a company is named, what they may there; null when the session ended or never was.</summary>
[Anonymous]
public sealed record WhoIs(string Token, string? Slug, string? Address = null) : IProcess<WhoIs.View?>
{
    public override string ToString() => nameof(WhoIs);

    /// <summary>Grant is null when the person does not belong there, which looks the same as no such company.</summary>
    public sealed record View(UserId User, SessionId Session, string Email, string Name, DateTimeOffset ProvedAt, DateTimeOffset EndsAt, Grant? Grant)
    {
        /// <summary>When the device was last heard of, to the minute.</summary>
        public DateTimeOffset SeenAt { get; init; }

        /// <summary>The user agent the session was last seen with.</summary>
        public string Device { get; init; } = "";

        /// <summary>Why a member has no grant here in spite of being one.</summary>
        public EntryBar? Bar { get; init; }
    }

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inside, AccessOptions options) : IHandle<WhoIs, View?>
    {
        static readonly HashSet<string> Reading = ["access.read"];

        public async Task<View?> Handle(WhoIs query, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new FindSession(query.Token), ct)).OrThrow() is not { } found) return null;
            var (grant, bar) = await Grant(found, query, ct);
            if (grant is not null && Operates(found)) grant = new(grant.Tenant, grant.Roles, grant.Permissions.Append("platform.outages").ToHashSet(), grant.Limits, grant.Team);
            return new(found.User, found.Session, found.Email, found.Name, found.ProvedAt, found.EndsAt, grant) { SeenAt = found.SeenAt, Device = found.Device, Bar = bar };
        }

        // A company's own provider or its break-glass codes say who somebody is in that company, and nothing of the installation.
        bool Operates(FindSession.View found) =>
            found is { BySso: false, OnlyTenant: null, BreakGlassFor: null } && options.Operators.Contains(found.User.ToString(), StringComparer.Ordinal);

        async Task<(Grant?, EntryBar?)> Grant(FindSession.View found, WhoIs query, CancellationToken ct)
        {
            if (query.Slug is null || (await dispatcher.Ask(new FindTenants(query.Slug), ct)).OrThrow() is not [var tenant]) return default;
            // What one company's provider says opens that company alone.
            if (found.OnlyTenant is { } only && only != tenant.Id) return default;
            var within = new Caller(tenant.Id, found.User.ToString(), Reading);
            var grant = (await inside.As(within, d => d.Ask(new WhatMay(found.User), ct))).OrThrow();
            if (grant is null || found.BreakGlassFor == tenant.Id) return (grant, null);
            var bar = (await inside.As(within, d => d.Ask(new GetEntryBar(found.BySso, query.Address), ct))).OrThrow();
            return (bar is null ? grant : null, bar);
        }
    }
}
