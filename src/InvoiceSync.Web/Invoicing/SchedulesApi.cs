using System.Collections.Frozen;
using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InvoiceSync.Web.Invoicing;

/// <summary>/v1/schedules: invoices by the calendar. What was made stays; DELETE ends.</summary>
static class SchedulesApi
{
    static readonly FrozenDictionary<string, ScheduleState> States = WireNames.Of<ScheduleState>();

    static readonly RestList Query = RestList.Sorted("-created_at")
        .OneOf("status", States, "Whether it makes invoices, rests, or has ended.")
        .Id<CustomerId>("customer_id", "The customer its invoices are made for.");

    public static void MapSchedulesApi(this RouteGroupBuilder v1)
    {
        var schedules = v1.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("", List).DescribeList<ScheduleBody>("list_schedules", "Recurring invoices, newest first", Query);
        schedules.MapPost("", Create).DescribePost<NewSchedule, ScheduleBody>("create_schedule", "Makes a schedule, which makes invoices on its days", StatusCodes.Status201Created);
        schedules.MapGet("/{id}", Get).DescribeOne<ScheduleBody>("get_schedule", "A schedule with its next twelve days and what it made");
        schedules.MapPut("/{id}", Replace).DescribeChange<NewSchedule, ScheduleBody>("replace_schedule", "Writes a schedule anew; the days of one that has begun stay");
        schedules.MapPatch("/{id}", Change).DescribeChange<RestChange<NewSchedule>, ScheduleBody>("update_schedule", "Changes the fields of a schedule that are sent");
        schedules.MapDelete("/{id}", End).DescribeDelete("end_schedule", "Ends a schedule for good; it stays to be read", 412);
        schedules.MapPost("/{id}/pause", Pause).DescribeAct<ScheduleBody>("pause_schedule", "Stops a schedule for a while");
        schedules.MapPost("/{id}/resume", Resume).DescribeAct<ScheduleBody>("resume_schedule", "Lets a paused schedule go on; what fell into the pause is not made up");
    }

    static Task<IResult> List(HttpContext http, IDispatcher dispatcher, CancellationToken ct) => Query.Page(http, async asked => (await dispatcher.Ask(Read(asked), ct)).ToRest(), ScheduleBody.Of);

    static ListSchedules Read(RestAsked asked) => new(asked.One<ScheduleState>("status"), asked.After?.ToPageKey(), asked.Limit)
    {
        Customer = asked.One<CustomerId>("customer_id"),
        OldestFirst = !asked.Descending,
    };

    static Task<IResult> Create(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestBody.With<NewSchedule>(request, body => Written(body, dispatcher, async content =>
    {
        var made = await dispatcher.Send(new CreateSchedule(content, body.Setup), ct);
        return made.Error is { } refused ? Refuse(refused) : await Show(made.OrThrow(), dispatcher, ct, StatusCodes.Status201Created);
    }, ct));

    static Task<IResult> Get(string id, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ScheduleId>(id, schedule => Show(schedule, dispatcher, ct));

    static Task<IResult> Replace(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ScheduleId>(id, schedule =>
        RestBody.With<NewSchedule>(request, body => Update(schedule, body, null, RestVersion.Expected(request), request, dispatcher, ct)));

    static Task<IResult> Change(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ScheduleId>(id, schedule =>
    {
        var (version, known) = (0L, "");
        return RestPatch.With(
            request,
            async () => (await dispatcher.Ask(new GetSchedule(schedule), ct)).Match<Result<NewSchedule>>(
                found =>
                {
                    var read = NewSchedule.Of(found);
                    (version, known) = (found.Version, Written(read.Invoice));
                    return read;
                },
                error => error),
            // What was merged was read just now: it is written over nothing newer, whatever If-Match allows.
            changed => Update(schedule, changed, known, RestVersion.Expected(request) ?? version, request, dispatcher, ct));
    });

    static Task<IResult> End(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ScheduleId>(id, async schedule =>
        (await dispatcher.Send(new EndSchedule(schedule, RestVersion.Expected(request)), ct)).Match<IResult>(_ => TypedResults.NoContent(), error => Refuse(error.Preconditioned(request))));

    static Task<IResult> Pause(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Rest(id, true, request, dispatcher, ct);

    static Task<IResult> Resume(string id, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => Rest(id, false, request, dispatcher, ct);

    static Task<IResult> Rest(string id, bool paused, HttpRequest request, IDispatcher dispatcher, CancellationToken ct) => RestId.Named<ScheduleId>(id, async schedule =>
        (await dispatcher.Send(new PauseSchedule(schedule, paused, RestVersion.Expected(request)), ct)).Error is { } refused ? Refuse(refused.Preconditioned(request)) : await Show(schedule, dispatcher, ct));

    // What the invoices say is checked and written only where it is to change: a schedule may be renamed while its customer is archived.
    static Task<IResult> Update(ScheduleId schedule, NewSchedule body, string? known, long? version, HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        return Written(body.Invoice) == known ? Save(null) : Written(body, dispatcher, Save, ct);

        async Task<IResult> Save(DraftContent? content) => (await dispatcher.Send(new UpdateSchedule(schedule, body.Setup, content, version), ct)).Error is { } refused
            ? Refuse(refused.Preconditioned(request))
            : await Show(schedule, dispatcher, ct);
    }

    static string Written(NewInvoice invoice) => JsonSerializer.Serialize(invoice, RestJson.Options);

    // What each invoice is going to say is checked like an invoice: nobody sits there on its day to see what is wrong.
    static async Task<IResult> Written(NewSchedule body, IDispatcher dispatcher, Func<DraftContent, Task<IResult>> then, CancellationToken ct)
    {
        List<FieldProblem> dated = [.. Dates(body.Invoice).Where(date => date.On is not null).Select(date => FieldProblem.At($"/invoice/{date.Name}", InvoiceRefusals.ScheduleDated))];
        if (dated.Count > 0) return RestProblem.Of(InvoiceRefusals.Incomplete, dated);
        var read = await InvoiceDrafts.Of([body.Invoice], dispatcher, ct);
        if (read.Error is { } refused) return Refuse(refused);
        var only = read.OrThrow()[0];
        return only.IsGood ? await then(only.Content) : RestProblem.Of(InvoiceRefusals.Incomplete, [.. only.Problems.Select(problem => problem with { Pointer = $"/invoice{problem.Pointer}" })]);
    }

    static IEnumerable<(string Name, DateOnly? On)> Dates(NewInvoice invoice) =>
        [("issue_date", invoice.IssueDate), ("due_date", invoice.DueDate), ("supply_start", invoice.SupplyStart), ("supply_end", invoice.SupplyEnd)];

    static async Task<IResult> Show(ScheduleId schedule, IDispatcher dispatcher, CancellationToken ct, int status = StatusCodes.Status200OK) => (await dispatcher.Ask(new GetSchedule(schedule), ct)).Match<IResult>(
        found => new RestAnswer<ScheduleBody>(ScheduleBody.Of(found), found.Version, status) { Location = status == StatusCodes.Status201Created ? $"{RestV1.Root}/schedules/{schedule}" : null },
        error => error.ToRestProblem());

    static ProblemHttpResult Refuse(Error error) => error.ToRestProblem(("First", "/first_on"), ("customer_id", "/invoice/customer_id"));
}
