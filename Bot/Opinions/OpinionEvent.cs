using System.Text.Json.Serialization;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>Facts of one public opinion item (政务舆情), appended in order and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(IntakeEvent.Reported), "reported")]
[JsonDerivedType(typeof(IntakeEvent.SourceAdded), "sourceAdded")]
[JsonDerivedType(typeof(IntakeEvent.FileAdded), "fileAdded")]
[JsonDerivedType(typeof(IntakeEvent.FileOpened), "fileOpened")]
[JsonDerivedType(typeof(IntakeEvent.Merged), "merged")]
[JsonDerivedType(typeof(IntakeEvent.Absorbed), "absorbed")]
[JsonDerivedType(typeof(AlarmEvent.Taken), "taken")]
[JsonDerivedType(typeof(AlarmEvent.Escalated), "escalated")]
[JsonDerivedType(typeof(AlarmEvent.Passed), "passed")]
[JsonDerivedType(typeof(HandlingEvent.Assessed), "assessed")]
[JsonDerivedType(typeof(HandlingEvent.Assigned), "assigned")]
[JsonDerivedType(typeof(HandlingEvent.Noted), "noted")]
[JsonDerivedType(typeof(HandlingEvent.TransferredOut), "transferredOut")]
[JsonDerivedType(typeof(HandlingEvent.Closed), "closed")]
[JsonDerivedType(typeof(ResponseEvent.Drafted), "responseDrafted")]
[JsonDerivedType(typeof(ResponseEvent.Reviewed), "responseReviewed")]
[JsonDerivedType(typeof(ResponseEvent.Released), "responseReleased")]
[JsonDerivedType(typeof(EmergencyEvent.LevelSet), "levelSet")]
[JsonDerivedType(typeof(EmergencyEvent.ClockMet), "clockMet")]
[JsonDerivedType(typeof(EmergencyEvent.Reminded), "clockReminded")]
public abstract record OpinionEvent(Who By, DateTimeOffset At);
