using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>Builds without one of the guards: each must be found out by the schedules.</summary>
static class Sabotage
{
    /// <summary>Sends without having written down that it is about to.</summary>
    public sealed class NoIntent : IHandle<BeginSending, bool>
    {
        public Task<bool> Handle(BeginSending message, CancellationToken ct) => Task.FromResult(true);
    }

    /// <summary>Takes a lost answer for a failure, and sends again.</summary>
    public sealed class RetryOnTimeOut(IServiceProvider services) : IHandle<RecordSubmission, Done>
    {
        public Task<Done> Handle(RecordSubmission message, CancellationToken ct) =>
            ActivatorUtilities.CreateInstance<RecordSubmission.Handler>(services)
                .Handle(message.Answer is SubmitAnswer.InDoubt(var why) ? message with { Answer = new SubmitAnswer.NotSent(why) } : message, ct);
    }
}
