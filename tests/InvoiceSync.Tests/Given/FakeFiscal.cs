using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Authorization;
using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Steps;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Given;

/// <summary>An authority that answers what a test tells it, and one filing of one invoice with it.</summary>
sealed class FakeFiscal : IFiscalList, IFiscalAuthorization, IFiscalMailbox
{
    public static readonly FilingId Filing = Some.Id<FilingId>(1);
    public static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);

    public FakeFiscal(FilingState state)
    {
        Work = new(Filing, Invoice, state, state is FilingState.Intended ? null : "5001", state is FilingState.Accepted ? "3001" : null, Some.Noon, 0, false);
        Dispatcher = new FakeDispatcher()
            .On<OpenConnection, OpenConnection.Opened>(_ => new OpenConnection.Opened(
                Some.Connection, Some.Tenant, TenantMode.Practice, false, null, null, Settings, Secrets, null))
            .On<GetCompanyProfile, Seller?>(_ => Some.Seller)
            .On<GetFilingWork, GetFilingWork.View>(_ => Work)
            .On<GetInvoice, GetInvoice.View>(asked => new GetInvoice.View(asked.Invoice, asked.Invoice == Invoice ? Document : Corrected, Some.Noon, "stripe", "in_1", false, new(InvoiceStatus.Issued, Document.DueOn ?? Document.IssuedOn, 0, 0, 0, Document.Totals.TaxInclusive)) { Corrects = asked.Invoice == Invoice ? Corrects : null })
            .On<BeginSending, bool>(_ => MayBegin)
            .On<RecordSubmission>().On<RefuseFiling>().On<AcceptFiling>().On<AdoptFiling>().On<KeepReceipt>().On<AskAboutFiling>().On<NoteFilingWaits>()
            .On<NoteConnection>().On<KeepSeenNumber>().On<ResumeFilings>().On<BeginAuthorization>().On<EndAuthorization>()
            .On<BeginTokenRefresh, RefreshTurn>(_ => Turn).On<EndTokenRefresh>()
            .On<GetTenant, GetTenant.View>(_ => Some.Company)
            .On<ClaimSeries, ClaimSeries.Turn>(_ => Series)
            .On<GetReversal, GetReversal.View?>(_ => Original)
            .On<NameEstimateOf, string?>(_ => Estimate)
            .On<PrintInvoice, PrintedInvoice>(_ => new PrintedInvoice([1, 2, 3], "ours.pdf"))
            .On<SaveConnection, ConnectionId>(_ => Some.Connection)
            .On<GetSeenNumber, string?>(asked => SeenNumbers.GetValueOrDefault(asked.MessageId));
        Door = new(Dispatcher.Scoped(), new([this, Books, new FakeArchive()]), this, new() { Practice = new("http://127.0.0.1:1") });
        Mailbox = new(this, new() { Practice = new("http://127.0.0.1:1") });
    }

    public string Name => "anaf";

    public string Title => "ANAF";

    public string Secret => "access_token";

    /// <summary>SmartBill beside it, for filings that went there.</summary>
    public FakeBooks Books { get; } = new();

    public FakeDispatcher Dispatcher { get; }

    public FiscalDoor Door { get; }

    public MailboxDoor Mailbox { get; }

    public CallerHolder Who { get; } = new() { Caller = Caller.System(Some.Tenant, "system") };

    public TestClock Clock { get; } = new();

    public FiscalPace Pace { get; } = new();

    public GetFilingWork.View Work { get; set; }

    public InvoiceDocument Document { get; set; } = SampleInvoices.Ron;

    /// <summary>What Document takes back, where it does.</summary>
    public InvoiceDocument Corrected { get; set; } = SampleInvoices.Ron;

    public bool MayBegin { get; set; } = true;

    public ClaimSeries.Turn Series { get; set; } = new(IsOurs: true);

    public GetReversal.View? Original { get; set; }

    public InvoiceId? Corrects { get; set; }

    /// <summary>The number in the books of the pro-forma that the invoice was made of.</summary>
    public string? Estimate { get; set; }

    public Dictionary<string, string> Settings { get; } = new() { ["client_id"] = "client" };

    public Dictionary<string, string> Secrets { get; } = new() { ["access_token"] = "token", ["token"] = "practice", ["refresh_token"] = "refresh", ["client_secret"] = "secret" };

    public Dictionary<string, string> SeenNumbers { get; } = [];

    public SubmitAnswer Submits { get; set; } = new SubmitAnswer.Received("5001", Some.Noon);

    public StatusAnswer Says { get; set; } = new StatusAnswer.Processing();

    public ReceiptAnswer Gives { get; set; } = new ReceiptAnswer.Unavailable("away");

    public List<SearchAnswer> Lists { get; } = [];

    public TokenAnswer Grants { get; set; } = new TokenAnswer.Unavailable("away");

    public RefreshTurn Turn { get; set; } = RefreshTurn.Ours;

    public PaperPrint Prints { get; set; } = new PaperPrint.Unavailable("away");

    public SealAnswer Vouches { get; set; } = new SealAnswer.Unavailable("away");

    public FiscalCheck Tests { get; set; } = new FiscalCheck.Works();

    /// <summary>The calls that reached the authority, in order.</summary>
    public List<string> Calls { get; } = [];

    public Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct) => Called("submit", Submits);

    public Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) => Called($"status {index}", Says);

    public Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct) => Called($"search {page}", Lists[page - 1]);

    public Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct) => Called($"download {downloadId}", Gives);

    public Task<SubmitAnswer> Answer(FiscalAccount account, string index, string text, CancellationToken ct) => Called($"answer {index} {text}", Submits);

    public Task<PaperPrint> Print(Uri host, ReadOnlyMemory<byte> document, CancellationToken ct) => Called("print", Prints);

    public Task<SealAnswer> CheckSeal(Uri host, ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> signature, CancellationToken ct) => Called("seal", Vouches);

    public Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) => Called("test", Tests);

    public Uri AuthorizeUrl(FiscalApp app, Uri redirect, string state) => new($"https://login.example/?state={state}");

    public string Explain(string error) => error;

    public Task<TokenAnswer> Exchange(FiscalApp app, string code, Uri redirect, CancellationToken ct) => Called("exchange", Grants);

    public Task<TokenAnswer> Refresh(FiscalApp app, string refreshToken, CancellationToken ct) => Called("refresh", Grants);

    Task<T> Called<T>(string call, T answer)
    {
        Calls.Add(call);
        return Task.FromResult(answer);
    }
}
