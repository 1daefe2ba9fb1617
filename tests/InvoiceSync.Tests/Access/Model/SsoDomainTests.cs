using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Access.Model;

public sealed class SsoDomainTests
{
    readonly SsoDomain domain = new() { Id = Some.Id<SsoDomainId>(1), Name = "exemplu.ro", Proof = "proof" };

    [Fact]
    public void A_proof_that_is_shown_counts_from_then_on()
    {
        domain.Note(true, Some.Noon);
        domain.Note(true, Some.Noon.AddDays(7));
        Assert.Equal((Some.Noon, Some.Noon.AddDays(7), (DateTimeOffset?)null), (domain.ProvedAt, domain.CheckedAt, domain.MissingSince));
    }

    [Fact]
    public void A_proof_that_goes_missing_is_waited_for_two_weeks()
    {
        domain.Note(true, Some.Noon);
        domain.Note(false, Some.Noon.AddDays(7));
        Assert.NotNull(domain.ProvedAt);
        domain.Note(false, Some.Noon.AddDays(21));
        Assert.Null(domain.ProvedAt);
    }

    [Fact]
    public void One_that_comes_back_in_time_is_as_if_it_had_stayed()
    {
        domain.Note(true, Some.Noon);
        domain.Note(false, Some.Noon.AddDays(7));
        domain.Note(true, Some.Noon.AddDays(14));
        domain.Note(false, Some.Noon.AddDays(22));
        Assert.NotNull(domain.ProvedAt);
    }

    [Fact]
    public void What_was_never_shown_is_not_proved()
    {
        domain.Note(false, Some.Noon);
        domain.Note(false, Some.Noon.AddDays(30));
        Assert.Null(domain.ProvedAt);
    }
}
