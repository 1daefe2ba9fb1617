using System.Net;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>By which door a company's people come in, and from which networks; one a tenant.</summary>
sealed class EntryRules : Aggregate, INoticed
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>There is one set of rules, so its id says nothing.</summary>
    const string Only = "entry";

    public string Id { get; private init; } = Only;

    public SsoMode Mode { get; private set; } = SsoMode.Mixed;

    /// <summary>When passwords stop working here; null unless the mode is Required.</summary>
    public DateTimeOffset? RequiredFrom { get; private set; }

    public bool OnlyNetworks { get; private set; }

    /// <summary>Address ranges in CIDR form.</summary>
    public List<string> Networks { get; private set; } = [];

    public string NoticeTopic => "entry";

    public Guid NoticeId => Guid.Empty;

    /// <summary>Requiring again what is required already does not begin the grace anew.</summary>
    public void Choose(SsoMode mode, DateTimeOffset now)
    {
        RequiredFrom = mode == SsoMode.Required ? RequiredFrom ?? now + Grace : null;
        Mode = mode;
    }

    /// <summary>A list that shuts out whoever saves it is refused.</summary>
    public void Allow(bool only, IReadOnlyList<AddressRange> networks, string? mine)
    {
        Rule.Require(!only || networks.Count > 0, EntryErrors.NetworksMissing);
        Rule.Require(!only || mine is null || Hold(networks, mine), EntryErrors.LockedOut);
        (OnlyNetworks, Networks) = (only, [.. networks.Select(n => n.ToString()).Distinct()]);
    }

    public EntryBar? Bar(bool bySso, string? address, DateTimeOffset now)
    {
        if (RequiredFrom <= now && !bySso) return EntryBar.SsoRequired;
        return OnlyNetworks && !Hold(Networks.Select(AddressRange.Read).OfType<AddressRange>(), address) ? EntryBar.NetworkNotAllowed : null;
    }

    static bool Hold(IEnumerable<AddressRange> networks, string? address) => IPAddress.TryParse(address, out var one) && networks.Any(n => n.Holds(one));

    sealed class Mapped : IEntityTypeConfiguration<EntryRules>
    {
        public void Configure(EntityTypeBuilder<EntryRules> table)
        {
            table.Aggregate("entry_rules", r => r.Id);
            table.Property(r => r.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(r => r.Networks).AsJson();
        }
    }
}

static class EntryTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<EntryRules> EntryRules => db.Set<EntryRules>();

        public DbSet<BreakGlassCode> BreakGlassCodes => db.Set<BreakGlassCode>();
    }
}
