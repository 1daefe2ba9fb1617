using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal;

/// <summary>A payment on its way into the books: what they say is read first, a lost answer is settled by reading again, and what does not fit asks a person.</summary>
public sealed class TellPaymentsTests
{
    static readonly BooksPayment Paid = new(BooksPaymentKind.Card, 121, Currency.Ron, new(2026, 11, 20));

    static readonly Error Late = Error.Conflict("row.changed", "Somebody wrote to it sooner.");

    readonly FakeFiscal fiscal = new(FilingState.Accepted);
    PlanTelling.Step? step = new("smartbill", "FCT 0007", 1, Paid, IsBack: false, null, null);
    bool mayBegin = true;

    public TellPaymentsTests()
    {
        fiscal.Books.Holds = 121;
        fiscal.Dispatcher
            .On<PlanTelling, PlanTelling.Step?>(_ => step)
            .On<BeginTelling, bool>(_ => mayBegin)
            .On<RecordTelling>().On<AskAboutTelling>().On<QueueTelling>();
    }

    [Fact]
    public async Task It_is_written_down_before_the_call_with_what_the_books_said()
    {
        await Tell();
        Assert.Equal(["balance FCT 0007", "pay FCT 0007 121 Card"], fiscal.Books.Calls);
        Assert.Equal((1, 0m), Assert.Single(fiscal.Dispatcher.Sent<BeginTelling>()) is var begun ? (begun.Number, begun.There.Paid) : default);
        Assert.IsType<BooksChange.Made>(Assert.Single(fiscal.Dispatcher.Sent<RecordTelling>()).Change);
    }

    [Fact]
    public async Task Money_that_went_back_is_taken_out()
    {
        (step, fiscal.Books.PaidThere) = (step! with { IsBack = true }, 121);
        await Tell();
        Assert.Contains("unpay FCT 0007 121 Card", fiscal.Books.Calls);
    }

    [Fact]
    public async Task Where_somebody_entered_it_by_hand_a_person_is_asked_instead()
    {
        fiscal.Books.PaidThere = 121;
        await Tell();
        Assert.Equal(["balance FCT 0007"], fiscal.Books.Calls);
        Assert.Contains("by hand", Assert.Single(fiscal.Dispatcher.Sent<AskAboutTelling>()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_does_not_call()
    {
        mayBegin = false;
        await Tell();
        Assert.Equal(["balance FCT 0007"], fiscal.Books.Calls);
    }

    [Fact]
    public async Task A_call_that_may_have_been_made_is_never_made_again_but_asked_about_once_it_must_have_ended()
    {
        step = step! with { CalledAt = fiscal.Clock.GetUtcNow(), Mark = 0 };
        await Tell();
        Assert.Empty(fiscal.Books.Calls);
        Assert.Equal(fiscal.Clock.GetUtcNow() + fiscal.Pace.BooksLag(TenantMode.Practice), Assert.Single(fiscal.Dispatcher.Sent<QueueTelling>()).At);

        fiscal.Clock.Pass(fiscal.Pace.BooksLag(TenantMode.Practice));
        await Tell();
        Assert.IsType<BooksChange.NotSent>(Assert.Single(fiscal.Dispatcher.Sent<RecordTelling>()).Change);

        fiscal.Books.PaidThere = 121;
        await Tell();
        Assert.Contains("before the answer was lost it was 0.00", Assert.Single(fiscal.Dispatcher.Sent<AskAboutTelling>()).Why, StringComparison.Ordinal);
        Assert.DoesNotContain(fiscal.Books.Calls, call => call.StartsWith("pay", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Books_that_cannot_be_read_are_not_told()
    {
        fiscal.Books.Balances = new BooksAnswer<BooksBalance?>.Unavailable("away");
        await Tell();
        fiscal.Books.Balances = new BooksAnswer<BooksBalance?>.Denied("token");
        await Tell();
        Assert.Equal(2, fiscal.Dispatcher.Sent<QueueTelling>().Count());
        Assert.Equal("token", Assert.Single(fiscal.Dispatcher.Sent<NoteConnection>()).NeedsAttention);
        Assert.Empty(fiscal.Dispatcher.Sent<BeginTelling>());
    }

    [Fact]
    public async Task Books_that_do_not_say_both_sums_settle_nothing_and_are_read_again()
    {
        foreach (var there in (BooksBalance[])[new(121, null, 121), new(121, 0, null)])
        {
            fiscal.Books.Balances = new BooksAnswer<BooksBalance?>.Found(there);
            await Tell();
        }

        step = step! with { CalledAt = fiscal.Clock.GetUtcNow().AddDays(-1), Mark = 0 };
        await Tell();
        Assert.Equal(Enumerable.Repeat("balance FCT 0007", 3), fiscal.Books.Calls);
        Assert.Equal(3, fiscal.Dispatcher.Sent<QueueTelling>().Count(again => again.At > fiscal.Clock.GetUtcNow()));
        Assert.Empty(fiscal.Dispatcher.Sent<BeginTelling>());
        Assert.Empty(fiscal.Dispatcher.Sent<RecordTelling>());
        Assert.Empty(fiscal.Dispatcher.Sent<AskAboutTelling>());
    }

    [Fact]
    public async Task Whoever_was_a_hair_too_late_comes_again()
    {
        fiscal.Dispatcher.On<BeginTelling, bool>(_ => Late);
        await Tell();
        fiscal.Dispatcher.On<PlanTelling, PlanTelling.Step?>(_ => Late);
        await Tell();
        Assert.Equal(["balance FCT 0007"], fiscal.Books.Calls);
        Assert.Equal(2, fiscal.Dispatcher.Sent<QueueTelling>().Count(again => again.At > fiscal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Where_the_company_enters_payments_by_hand_or_nothing_is_left_to_tell_nobody_calls()
    {
        fiscal.Settings["payments"] = "no";
        await Tell();
        fiscal.Settings.Remove("payments");
        step = null;
        await Tell();
        Assert.Empty(fiscal.Books.Calls);
    }

    Task Tell() => new TellPayments.Handler(fiscal.Dispatcher, fiscal.Door, fiscal.Who, fiscal.Pace, fiscal.Clock).Handle(new(FakeFiscal.Invoice), TestContext.Current.CancellationToken);
}
