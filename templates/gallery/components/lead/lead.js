Component({
  properties: {
    text: String,
  },
})
