using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A member whom the company's directory keeps. The directory's words stand here; the person and their place are elsewhere.</summary>
sealed class ScimUser : Aggregate
{
    const int Longest = 255;

    public UserId Id { get; init; }

    public string UserName { get; private set; } = "";

    /// <summary>The user name in small letters: RFC 7643 compares it without case.</summary>
    public string UserKey { get; private set; } = "";

    public string? ExternalId { get; private set; }

    public string? GivenName { get; private set; }

    public string? FamilyName { get; private set; }

    public string? DisplayName { get; private set; }

    public string? Email { get; private set; }

    public bool Active { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    public ScimPerson Said => new(UserName, Active)
    {
        ExternalId = ExternalId,
        GivenName = GivenName,
        FamilyName = FamilyName,
        DisplayName = DisplayName,
        Email = Email,
    };

    /// <summary>The address they are written to; many directories only fill the user name.</summary>
    public static string? AddressOf(ScimPerson said) => EmailDomain.Of(said.Email) is not null ? said.Email : EmailDomain.Of(said.UserName) is not null ? said.UserName : null;

    public static string NameOf(ScimPerson said) =>
        said.DisplayName ?? (string.Join(' ', new[] { said.GivenName, said.FamilyName }.Where(n => !string.IsNullOrWhiteSpace(n))) is { Length: > 0 } full ? full : said.UserName);

    public static string KeyOf(string userName) => userName.ToLowerInvariant();

    public void Say(ScimPerson said, DateTimeOffset now)
    {
        string?[] texts = [said.UserName, said.ExternalId, said.GivenName, said.FamilyName, said.DisplayName, said.Email];
        Rule.Require(texts.All(t => t is null || t.Length <= Longest && !t.Any(c => char.IsControl(c) || char.IsSurrogate(c))), ScimErrors.TextInvalid);
        Rule.Require(said.UserName.Trim().Length > 0, ScimErrors.UserNameMissing);
        (UserName, UserKey, ExternalId, Active) = (said.UserName, KeyOf(said.UserName), said.ExternalId, said.Active);
        (GivenName, FamilyName, DisplayName, Email, ChangedAt) = (said.GivenName, said.FamilyName, said.DisplayName, said.Email, now);
    }

    sealed class Mapped : IEntityTypeConfiguration<ScimUser>
    {
        public void Configure(EntityTypeBuilder<ScimUser> table)
        {
            table.Aggregate("scim_users", u => u.Id);
            table.Ignore(u => u.Said);
            table.HasIndex(u => new { u.TenantId, u.UserKey }).IsUnique();
            table.HasIndex(u => new { u.TenantId, u.ExternalId });
        }
    }
}

static class ScimTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<ScimUser> ScimUsers => db.Set<ScimUser>();

        public DbSet<ScimGroup> ScimGroups => db.Set<ScimGroup>();
    }
}
