using EmployerCrm.BotFramework;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Web.Hosting;

/// <summary>
/// <c>/dev/clock</c>, in Development and for callers on this machine: GET shows the host's clock, POST moves it, to an instant, to a wall-clock time
/// in London, or by an offset from the real time (all zero: back to the real time).
/// </summary>
internal static class TravelClockEndpoints
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IServiceCollection AddTravelClock(this IServiceCollection services)
    {
        services.AddSingleton<TravelClock>();
        return services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<TravelClock>());
    }

    public static void MapTravelClock(this WebApplication app)
    {
        var clock = app.MapGroup("/dev/clock").AllowAnonymous().DisableAntiforgery().AddEndpointFilter(async (context, next) =>
            DevelopmentDoor.IsOpenTo(context.HttpContext) ? await next(context) : TypedResults.NotFound());
        clock.MapGet("", (TravelClock travel) => Show(travel));
        clock.MapPost("", Move);
    }

    private static IResult Move(ClockMove move, TravelClock travel, ILogger<TravelClock> logger)
    {
        if (Target(move) is not { } instant || instant < Earliest || instant >= Latest)
            return Refuse();
        if (move.Offset is { } offset)
            travel.Offset = offset;
        else
            travel.Show(instant);
        logger.ClockMoved(travel.Offset);
        return Show(travel);
    }

    /// <summary>Where the clock would be; null unless exactly one way of saying it was used.</summary>
    private static DateTimeOffset? Target(ClockMove move) => move switch
    {
        { Now: { } now, Local: null, Offset: null } => now,
        { Now: null, Local: { } local, Offset: null } => LondonClock.ToInstant(local),
        { Now: null, Local: null, Offset: { } offset } when offset.Duration() < TimeSpan.FromDays(36_500) => TimeProvider.System.GetUtcNow() + offset,
        _ => null,
    };

    private static IResult Refuse() => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        type: Problems.OfStatus(StatusCodes.Status400BadRequest),
        detail: "Give one of now (an instant: 2026-11-18T10:20:00Z), local (London: 2026-11-18T10:20:00) or offset (1.00:00:00), between the years 2000 and 2100.");

    private static IResult Show(TravelClock travel)
    {
        var now = travel.GetUtcNow();
        return TypedResults.Json(new { now, local = LondonClock.ToLocal(now), offset = travel.Offset });
    }

    internal sealed record ClockMove(DateTimeOffset? Now, DateTime? Local, TimeSpan? Offset);
}
