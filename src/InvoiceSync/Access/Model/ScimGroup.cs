using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A group of the company's directory. What its people may do, the group map of the sign-in connection says.</summary>
sealed class ScimGroup : Aggregate
{
    const int MostMembers = 5000;

    public ScimGroupId Id { get; init; }

    public string DisplayName { get; private set; } = "";

    public string? ExternalId { get; private set; }

    public List<Guid> Members { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The people who came or went.</summary>
    public IReadOnlyList<Guid> Say(ScimTeam said, DateTimeOffset now)
    {
        Rule.Require(said.DisplayName is { Length: > 0 and <= 255 } name && !name.Any(char.IsControl) && said.ExternalId is null or { Length: <= 255 }, ScimErrors.TextInvalid);
        Rule.Require(said.Members.Count <= MostMembers, ScimErrors.MembersTooMany);
        List<Guid> members = [.. said.Members.Select(m => m.Value).Distinct()];
        var isRenamed = DisplayName != said.DisplayName;
        List<Guid> touched = isRenamed ? [.. Members.Union(members)] : [.. Members.Except(members), .. members.Except(Members)];
        (DisplayName, ExternalId, Members, ChangedAt) = (said.DisplayName, said.ExternalId, members, now);
        return touched;
    }

    sealed class Mapped : IEntityTypeConfiguration<ScimGroup>
    {
        public void Configure(EntityTypeBuilder<ScimGroup> table)
        {
            table.Aggregate("scim_groups", g => g.Id);
            table.Property(g => g.Members).AsJson();
        }
    }
}
