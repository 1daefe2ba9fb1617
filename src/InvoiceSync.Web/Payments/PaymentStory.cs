using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using InvoiceSync.Web.Sync;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Payments;

/// <summary>What happened to a payment, in a bookkeeper's words.</summary>
static class PaymentStory
{
    public static IReadOnlyList<Moment> Of(GetPayment.View payment, IStringLocalizer<Portal> texts) => [.. payment.Moves.Select(move => new Moment(
        move.At, Picture(move.Kind), move.Kind is MoveKind.Received or MoveKind.Applied ? "good" : "bad",
        texts[$"payment.move.{move.Kind}", new Money(Math.Abs(move.Money == 0 ? move.Credit : move.Money), payment.Row.Amount.Currency).Text()], Detail(move, payment.Row.Amount.Currency)))];

    static string? Detail(GetPayment.Move move, Currency currency)
    {
        var parts = move.Parts.Select(p => $"{p.Number} {new Money(p.Amount, currency).Text()}");
        var all = string.Join(" · ", (move.Reason is null ? parts : parts.Prepend(move.Reason)).Append(move.Rate is { } rate ? $"{Formats.Exact(rate, 4)} RON" : ""));
        return all.TrimEnd(' ', '·') is { Length: > 0 } text ? text : null;
    }

    static string Picture(MoveKind kind) => kind switch
    {
        MoveKind.Received => "check",
        MoveKind.Applied => "invoice",
        MoveKind.Refunded => "back",
        _ => "cross",
    };
}
