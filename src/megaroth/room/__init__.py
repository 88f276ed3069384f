"""The heart: law, plan and facts give the room for after-tax contributions."""
