using System.Text.RegularExpressions;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>A log system of the company that the log is pushed to. How far it got is in another row, so that pushing writes no entries itself.</summary>
sealed partial class Outlet : Aggregate
{
    public const string TokenName = "token";

    public OutletId Id { get; init; }

    public OutletKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Index { get; private set; } = "";

    public string Source { get; private set; } = "";

    public bool IsOn { get; private set; } = true;

    public Dictionary<string, string> Secrets { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public string Purpose => PurposeOf(Id);

    /// <summary>Whether a kept token would go somewhere it was not given for.</summary>
    public bool Moves(OutletKind kind, Uri address) => Kind != kind || Address.Length == 0 || new Uri(Address).Authority != address.Authority;

    public void Describe(OutletKind kind, string name, Uri address, string index, string source)
    {
        Rule.Require(name is { Length: > 0 and <= 80 }, OutletErrors.NameMissing);
        Rule.Require(index.Length == 0 ? kind != OutletKind.Elastic : IndexName().IsMatch(index), OutletErrors.IndexInvalid);
        Rule.Require(source.Length == 0 || SourceName().IsMatch(source), OutletErrors.SourceInvalid);
        (Kind, Name, Address, Index, Source) = (kind, name, address.AbsoluteUri.TrimEnd('/'), index, source);
    }

    public void Switch(bool on) => IsOn = on;

    public static string PurposeOf(OutletId id) => $"{id}:{TokenName}";

    // What all three take; Elastic wants neither capitals nor a beginning of its own.
    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,119}$")]
    private static partial Regex IndexName();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9.:_-]{0,79}$")]
    private static partial Regex SourceName();

    sealed class Mapped : IEntityTypeConfiguration<Outlet>
    {
        public void Configure(EntityTypeBuilder<Outlet> table)
        {
            table.Aggregate("outlets", o => o.Id);
            table.Property(o => o.Address).HasMaxLength(500);
            table.Property(o => o.Secrets).AsJson();
        }
    }
}
