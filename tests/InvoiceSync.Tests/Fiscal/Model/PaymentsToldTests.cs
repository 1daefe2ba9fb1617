using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class PaymentsToldTests
{
    static readonly Guid First = new("00000000-0000-0000-0000-000000000001"), Second = new("00000000-0000-0000-0000-000000000002");
    static readonly DateOnly Day = new(2026, 11, 20);

    readonly PaymentsTold told = new(Some.Id<InvoiceId>(1));

    [Fact]
    public void Each_payment_is_planned_once_however_often_it_is_compared()
    {
        foreach (var _ in (int[])[1, 2, 3]) told.Plan([Part(First, 50), Part(Second, 71)]);
        Assert.Equal([50m, 71m], told.Tellings.Select(t => t.Amount));
        Tell(told.Next!);
        told.Plan([Part(First, 50), Part(Second, 71)]);
        Tell(told.Next!);
        told.Plan([Part(First, 50), Part(Second, 71)]);
        Assert.Null(told.Next);
        Assert.All(told.Tellings, t => Assert.Equal(TellingState.There, t.State));
    }

    [Fact]
    public void What_is_paid_later_of_the_same_payment_is_told_as_a_further_part()
    {
        told.Plan([Part(First, 50)]);
        Tell(told.Next!);
        told.Plan([Part(First, 80)]);
        Assert.Equal(30, told.Next!.Amount);
    }

    [Fact]
    public void What_went_back_is_taken_out_first_and_what_is_left_of_it_told_anew()
    {
        told.Plan([Part(First, 100)]);
        Tell(told.Next!);
        told.Plan([Part(First, 40)]);
        Assert.Equal((100m, false), (told.Next!.Amount, told.Next.IsWanted));
        Tell(told.Next);
        Assert.Equal((40m, true), (told.Next!.Amount, told.Next.IsWanted));
        Tell(told.Next);
        told.Plan([]);
        Tell(told.Next!);
        Assert.Null(told.Next);
        Assert.All(told.Tellings, t => Assert.Equal((false, TellingState.Away), (t.IsWanted, t.State)));
    }

    [Fact]
    public void While_a_call_may_have_been_made_nothing_else_is_planned_or_begun()
    {
        told.Plan([Part(First, 50), Part(Second, 71)]);
        Assert.True(told.TryBegin(1, 0, Some.Noon));
        Assert.False(told.TryBegin(1, 0, Some.Noon));
        Assert.False(told.TryBegin(2, 0, Some.Noon));
        told.Plan([]);
        Assert.All(told.Tellings, t => Assert.True(t.IsWanted));
        Assert.Equal((1, TellingState.Calling), (told.Next!.Number, told.Next.State));

        told.Ask(1, "Look there.");
        Assert.Null(told.Next);
        Assert.False(told.TryBegin(2, 0, Some.Noon));
        told.Settle(1, isDone: true);
        Assert.Equal(2, told.Next!.Number);
    }

    [Fact]
    public void Not_done_is_where_it_was_before_in_either_direction()
    {
        told.Plan([Part(First, 50)]);
        told.TryBegin(1, 0, Some.Noon);
        told.Settle(1, isDone: false, "not sent");
        Assert.Equal((TellingState.Away, "not sent"), (told.Tellings[0].State, told.Tellings[0].Why));
        Tell(told.Next!);
        told.Plan([]);
        told.TryBegin(1, 50, Some.Noon);
        told.Settle(1, isDone: false);
        Assert.Equal((TellingState.There, 1), (told.Tellings[0].State, told.Next!.Number));
    }

    [Fact]
    public void A_refused_one_waits_for_a_cure_and_one_that_was_taken_back_since_is_forgotten()
    {
        told.Plan([Part(First, 50), Part(Second, 71)]);
        told.TryBegin(1, 0, Some.Noon);
        told.Refuse(1, "The month is closed.");
        Assert.Equal(2, told.Next!.Number);
        told.TryAgain(1);
        Assert.Equal(1, told.Next!.Number);
        told.TryBegin(1, 0, Some.Noon);
        told.Refuse(1, "The month is closed.");
        told.Plan([Part(Second, 71)]);
        Assert.Equal(2, told.Next!.Number);
        Assert.Equal("payment_told.not_in_doubt", Assert.Throws<RuleBrokenException>(() => told.TryAgain(1)).Error.Code);
        Assert.Equal("payment_told.not_in_doubt", Assert.Throws<RuleBrokenException>(() => told.Settle(2, true)).Error.Code);
    }

    void Tell(Telling next)
    {
        Assert.True(told.TryBegin(next.Number, 0, Some.Noon));
        told.Settle(next.Number, isDone: true);
    }

    static PaidPart Part(Guid payment, decimal amount) => new(payment, BooksPaymentKind.Card, amount, Day);
}
