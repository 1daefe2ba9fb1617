using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>One word of ours to a supplier. It is committed before it is sent, so a crash leaves a question and no second letter.</summary>
sealed class SupplierAnswer : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public MailboxMessageId MessageId { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    public required string Actor { get; init; }

    public AnswerState State { get; private set; }

    public string? Index { get; private set; }

    public string? Problem { get; private set; }

    public DateTimeOffset At { get; init; }

    public void Settle(SubmitAnswer answer) => (State, Index, Problem) = answer switch
    {
        SubmitAnswer.Received(var index, _) => (AnswerState.Sent, index, (string?)null),
        SubmitAnswer.InDoubt(var why) => (AnswerState.Unknown, null, Short(why)),
        SubmitAnswer.Rejected(_, var errors) => (AnswerState.Refused, null, Short(string.Join(' ', errors))),
        SubmitAnswer.Denied(var why) => (AnswerState.Refused, null, Short(why)),
        SubmitAnswer.NotSent(var why) => (AnswerState.Refused, null, Short(why)),
        _ => (AnswerState.Refused, null, "ANAF takes no more messages for now."),
    };

    /// <summary>The authority's list shows it.</summary>
    public void Arrived() => (State, Problem) = (AnswerState.Sent, null);

    /// <summary>Whether another answer must wait for what becomes of this one. After a day the list would show it.</summary>
    public bool IsOpen(DateTimeOffset now) => State is AnswerState.Sending or AnswerState.Unknown && now < At.AddDays(1);

    static string Short(string text) => PlainText.Fit(text, 1000);

    sealed class Mapped : IEntityTypeConfiguration<SupplierAnswer>
    {
        public void Configure(EntityTypeBuilder<SupplierAnswer> table)
        {
            table.ToTable("supplier_answers");
            table.HasKey(a => new { a.TenantId, a.MessageId, a.Number });
            table.Property(a => a.Number).ValueGeneratedNever();
            table.Property(a => a.Text).HasMaxLength(AnswerSupplier.Longest);
            table.Property(a => a.Problem).HasMaxLength(1000);
            table.Property(a => a.Index).HasMaxLength(64).IsUnicode(false);
            table.HasOne<MailboxMessage>().WithMany().HasForeignKey(a => new { a.TenantId, a.MessageId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
